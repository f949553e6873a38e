"""What is known of machines."""

from django.db import models


class MachineCheck(models.Model):
    """What the doctor found of one process on one machine, last time: short fingerprints, to be compared."""

    host = models.CharField(max_length=200)
    process = models.CharField(max_length=10)
    checked_at = models.DateTimeField()
    prints = models.JSONField()  # {name of a setting: eight hexadecimal digits}

    class Meta:
        constraints = [models.UniqueConstraint(fields=("host", "process"), name="one_check_of_each_process")]

    def __str__(self):
        return f"{self.process} on {self.host}"
