"""Full-text search over the open dossiers. Only this room knows Whoosh.

``library_search`` asks the ``engine`` of each and puts their answers into one (``merged``).

A question goes through ``question`` (what was asked) to ``answer`` (which records, in what order,
and why); ``language`` knows words and their forms, ``index`` what the dossier file keeps of them.
``offer`` helps while somebody types, ``form`` those who do not write queries.

``request`` and ``results`` are the values that cross a thread; they import nothing heavy.
"""
