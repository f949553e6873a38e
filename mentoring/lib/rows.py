"""Rows that most members have none of."""


def if_any(rows, wide, *args):
    """`wide(*args)`, of these rows alone; or no rows, and then `wide` is not even put together.

        if_any(Booking.objects.of_member(member).live(), Booking.objects.visible_to, member)

    `rows` is a narrow queryset of the same model. Django puts each statement together anew: one with the people, and
    with who keeps apart from whom, takes two to four milliseconds, and the first page asked ten such for nothing.
    """
    numbers = list(rows.values_list("pk", flat=True))
    return wide(*args).filter(pk__in=numbers) if numbers else rows.model.objects.none()
