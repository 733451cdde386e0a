"""What imports say of themselves: how a file that cannot be read is worded."""

from shared.declaration.practice import Practice
from shared.domain.text import Text
from shared.imports import words

PRACTICE = Practice(name="imports", title=Text("导入", "Imports"), refusals=words.REFUSALS)
