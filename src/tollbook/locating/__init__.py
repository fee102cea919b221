"""Names of places -> places: which ones a report names, and where what it tells of happened.

Pure: a gazetteer is passed in as a `Lookup`.
"""
