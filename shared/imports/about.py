"""The declaration of imports: only the words of their refusals."""

from shared.declaration.practice import Practice
from shared.domain.text import Text
from shared.imports import words

PRACTICE = Practice(name="imports", title=Text("导入", "Imports"), refusals=words.REFUSALS)
