"""Words for queue sources: what is wrong with one, always with the setting and the reason."""

from collections.abc import Mapping

from shared.domain.text import Text

REFUSALS: Mapping[str, Text] = {
    "queue_setting": Text("queue.toml 里的 {setting} 有误：{reason}", "{setting} in queue.toml is wrong: {reason}"),
    "queue_unreachable": Text(
        "{source}：连不上（{setting}）：{reason}", "{source}: cannot be reached ({setting}): {reason}"
    ),
    "queue_too_slow": Text(
        "{source}：{seconds} 秒内没有答复（{setting}）", "{source}: no answer within {seconds} s ({setting})"
    ),
    "queue_status": Text(
        "{source}：对方拒绝了请求（{setting}）：{reason}", "{source}: refused the request ({setting}): {reason}"
    ),
    "queue_query": Text(
        "{source}：查询语句不能用（{setting}）：{reason}", "{source}: the query does not work ({setting}): {reason}"
    ),
    "queue_no_figure": Text(
        "{source}：答复里没有等候人数（{setting}）：{reason}",
        "{source}: no count of those waiting in the answer ({setting}): {reason}",
    ),
}
