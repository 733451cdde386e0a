"""Words for the template file."""

from collections.abc import Mapping

from shared.domain.text import Text, named

STATES: Mapping[str, Text] = {
    "new": Text("新增", "New"),
    "changed": Text("改动", "Changed"),
    "same": Text("相同", "Same"),
    "unknown": Text("本版本不认识，跳过", "Unknown to this version, skipped"),
}
REFUSALS: Mapping[str, Text] = {
    "no_template": Text("这不是暖窗的模板文件。", "This is not a Warm Window template file."),
    "template_newer": Text(
        "模板文件是更新的版本（{version}）写的，请先升级。",
        "The file was written by a newer version ({version}); upgrade first.",
    ),
    "template_names_people": Text(
        "不能导出：{where} 里有员工姓名、工号或手机号（{found}）。请先改掉。",
        "Cannot be exported: {where} contains a staff name, staff number or mobile number ({found}). Change it first.",
    ),
}


def state(code: str) -> str:
    return named(STATES, code)
