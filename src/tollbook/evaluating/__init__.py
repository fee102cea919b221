"""How good the reading is: against annotated reports, figure by figure, with pinned floors."""
