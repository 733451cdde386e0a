"""模板文件: how one company works, for another's first day (其它公众收费服务单位可结合自身特点).

One JSON file in UTF-8: `{"format": "warm-window-template", "version": 1, "made": "2026-11-27", "parts": {…}}`. Each
part is an object of items by key, as its practice declares it (`Practice.template`): `policy` has `section.value`,
`checklists` and `rulebook` whole documents by code, `courses` courses with their questions.

No person is in it: an export that would name somebody of the roster, or a mobile number, is refused. What this version
does not know is passed over and named; the rest is taken as a whole or not at all.
"""
