"""What the template file says of itself: only why it may be refused."""

from shared.declaration.practice import Practice
from shared.domain.text import Text
from shared.template import words

PRACTICE = Practice(name="template", title=Text("模板文件", "Template file"), refusals=words.REFUSALS)
