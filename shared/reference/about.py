"""The declaration of published documents. A hall's first PC gives up its own when it joins the hub."""

from shared.declaration.practice import ANY_DEVICE, OFFICE_ONLY, Kind, Practice, TemplatePart
from shared.domain import calendar_check, holiday_notice, policy_check
from shared.domain.text import Text
from shared.reference.facts import DocumentGivenUp, DocumentPublished
from shared.reference.tables import projection


def _template() -> tuple[TemplatePart, ...]:
    """Loaded when a template is made or taken."""
    from shared.reference.template import POLICY

    return (POLICY,)


PRACTICE = Practice(
    name="reference",
    title=Text("文件", "Documents"),
    projection=projection,
    kinds=(
        Kind(
            DocumentPublished,
            Text("发布文件", "document published"),
            news=True,
            sent_by=OFFICE_ONLY,
            kiosk_reads=True,
            kiosk_fields=("name", "version", "body"),
            kiosk_only={"name": ("policy", "calendar")},
            everywhere=True,
        ),
        Kind(
            DocumentGivenUp,
            Text("不再使用自己的文件", "own documents given up"),
            Text(
                "本机加入汇聚库，自己发布过的文件不再使用",
                "This PC joined the hub; its own documents are no longer used",
            ),
            sent_by=ANY_DEVICE,
            kiosk_reads=True,
            kiosk_fields=("events",),
        ),
    ),
    refusals={**policy_check.REFUSALS, **calendar_check.REFUSALS, **holiday_notice.REFUSALS},
    template=_template,
)
