"""Words of imports: why a file cannot be read."""

from collections.abc import Mapping

from shared.domain.text import Text

REFUSALS: Mapping[str, Text] = {
    "no_columns": Text(
        "表头缺少：{columns}。请看表头是否完整，是否选对了文件种类。",
        "The heading lacks: {columns}. Is it whole, and is it a file of this kind?",
    ),
    "columns_twice": Text("表头里重复出现：{columns}", "Duplicated in the heading: {columns}"),
    "bad_encoding": Text(
        "文件不是表格，也不是 UTF-8、GB18030 或 Unicode 文本。请在 Excel 里另存为 .xlsx 或 CSV。",
        "The file is neither a table nor UTF-8, GB18030 or Unicode text. Save it as .xlsx or CSV in Excel.",
    ),
    "bad_workbook": Text(
        "打不开这个 Excel 文件：可能已损坏、有密码，或是旧的 .xls。请在 Excel 里另存为 .xlsx 或 CSV。",
        "This Excel file cannot be opened: it is spoilt, has a password or is an old .xls."
        " Save it as .xlsx or CSV in Excel.",
    ),
    "empty_file": Text("文件是空的。", "The file is empty."),
    "file_too_large": Text(
        "文件太大，最多 {megabytes} MB。请分成几个文件。",
        "The file is too large, {megabytes} MB at most. Split it.",
    ),
    "bad_quotes": Text(
        "第 {line} 行：双引号没有配对，从这一行起分不清各格。没有导入任何内容。",
        "line {line}: a double quote is not closed, so the cells from here on are unclear. Nothing was imported.",
    ),
    "unknown_person_near": Text(
        "没有找到工号 {number}，是不是 {near}（{name}）？",
        "There is no staff number {number}. Did you mean {near} ({name})?",
    ),
    "line_twice": Text("这一项在文件里写了两次。", "The file lists this twice."),
    "import_at_office": Text("请在经营管理部的电脑上导入。", "Please import on the office's own computer."),
    "lines_bad": Text("有 {count} 行不对，没有导入任何内容。", "{count} lines are bad; nothing was imported."),
}
