"""The declaration of the template file: only the words of its refusals."""

from shared.declaration.practice import Practice
from shared.domain.text import Text
from shared.template import words

PRACTICE = Practice(name="template", title=Text("模板文件", "Template file"), refusals=words.REFUSALS)
