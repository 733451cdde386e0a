"""Which device may send which kind of event, and who gets to read it: the one table, laid into the hub by `hub init`.

A kind that is missing here, or that a device may not send, is kept by the hub as quarantined: never refused,
because one event must not block the rest, and never handed on. A later `hub init` that knows the kind lets it go.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class KindRule:
    """The rule of one kind. Halls' events stay in their hall, unless `everywhere`."""

    kind: str
    kiosk: bool = False
    counter: bool = False
    office: bool = True
    kiosk_reads: bool = False
    everywhere: bool = False


def _rules(names: str, **rule: bool) -> tuple[KindRule, ...]:
    return tuple(KindRule(name, **rule) for name in names.split())


RULES: tuple[KindRule, ...] = (
    # People and documents: the office decides; a hall's supervisor sets duty and PINs at the counter.
    *_rules("document_published", kiosk_reads=True, everywhere=True),
    # A hall's first PC set its hall up before it joined, and goes by the office's documents since.
    *_rules("document_given_up", kiosk=True, counter=True, kiosk_reads=True),
    *_rules("hall_set", counter=True, kiosk_reads=True, everywhere=True),
    *_rules("staff_set duty_set photo_set", counter=True, kiosk_reads=True, everywhere=True),
    *_rules("pin_set", counter=True, everywhere=True),
    *_rules("pin_failed signed_in", counter=True),
    # What the journal itself records.
    *_rules("personal_erased station_replaced", kiosk=True, counter=True, kiosk_reads=True),
    # 5P cards: a colleague in another hall may give one, so every hall counts them; sentences stay in the hall.
    *_rules("card_awarded card_withdrawn sentence_added", kiosk=True, counter=True, everywhere=True),
    *_rules("rating_unanswered", kiosk=True, counter=True, kiosk_reads=True),
    *_rules("card_reviewed", counter=True, everywhere=True),
    # The hall's day.
    *_rules("pause_started pause_ended pause_withdrawn", counter=True, kiosk_reads=True),
    *_rules("pause_refused", counter=True),
    *_rules("inquiry_opened", kiosk=True, counter=True),
    *_rules(
        "inquiry_corrected inquiry_transferred inquiry_stood_in inquiry_informed inquiry_special_asked"
        " inquiry_special_granted inquiry_special_declined inquiry_extended inquiry_closed inquiry_called_back"
        " inquiry_reopened inquiry_merged inquiry_joined inquiry_clash_settled inquiry_personal_opened",
        counter=True,
    ),
    *_rules("number_taken", kiosk=True, counter=True, kiosk_reads=True),
    *_rules(
        "number_called number_called_again number_missed number_held number_served number_returned number_reopened",
        counter=True,
        kiosk_reads=True,
    ),
    *_rules("entry_written entry_changed candidate_set day_signed", counter=True),
    # A request for help stays in its hall and with the office; greetings are for all halls.
    *_rules("help_requested help_followed rulebook_read", counter=True),
    *_rules("greeting_sent greeting_removed", counter=True, everywhere=True),
)
