"""`manage.py rotate_confidential_keys`: new root keys, while the site runs."""

from django.core.management.base import BaseCommand, CommandError

from mentoring.lib.vault import KeyRingError, load_ring
from mentorships.keys import KINDS
from privacy import rotation
from second_factor.rotation import seal_anew

NAMES = {"pairs": KINDS[0], "cases": KINDS[1]}


class Command(BaseCommand):
    """Stopped half way, it goes on where it was: a new root key is only made when nothing waits."""

    help = (
        "Make a new root key and wrap all data keys with it, while the site runs. Can be stopped "
        "and started again. --remove takes an old root key away once nothing needs it. Where machines have "
        "a copy of the ring each: --prepare, copy the ring to all, then rotate."
    )

    def add_arguments(self, parser):
        """Which ring, and what."""
        parser.add_argument("--ring", choices=NAMES, help="Only this ring (otherwise both).")
        parser.add_argument("--status", action="store_true", help="Only say how things stand.")
        parser.add_argument("--prepare", action="store_true", help="A key that opens and does not seal yet.")
        parser.add_argument("--new", action="store_true", help="A new root key even if some wait.")
        parser.add_argument("--remove", type=int, metavar="N", help="Take root key N out of --ring.")

    def handle(self, *args, **options):
        """Rotate, remove, or say how things stand."""
        if options["remove"] is not None and not options["ring"]:
            raise CommandError("Say which ring: --ring pairs or --ring cases.")
        names = [options["ring"]] if options["ring"] else list(NAMES)
        try:
            for name in names:
                self._one(name, NAMES[name], options)
        except (KeyRingError, rotation.StillNeeded) as trouble:
            raise CommandError(str(trouble)) from None

    def _one(self, name, kind, options):
        if options["remove"] is not None:
            rotation.remove_root_key(kind, options["remove"])
            self.stdout.write(f"{name}: key {options['remove']} is out of the ring.")
        elif options["prepare"]:
            number = rotation.prepare_root_key(kind)
            self.stdout.write(
                f"{name}: key {number} opens, and does not seal yet. Copy the ring to the other machines."
            )
        elif options["status"]:
            self._say(name, kind)
        else:
            self._rotate(name, kind, new=options["new"])

    def _say(self, name, kind):
        self.stdout.write(
            f"{name}: key {load_ring(kind.by.ring).current} seals; "
            f"{rotation.keys_to_rewrap(kind).count()} of {kind.objects.count()} data keys wait."
        )

    def _rotate(self, name, kind, *, new):
        total = rotation.keys_to_rewrap(kind).count()
        if total and not new and not load_ring(kind.by.ring).prepared:
            self.stdout.write(f"{name}: going on with a rotation that was not finished.")
        else:
            number = rotation.new_root_key(kind)
            total = kind.objects.count()
            self.stdout.write(f"{name}: key {number} is in the ring. Keep a copy of the ring now.")
        counts = (0, 0)
        for counts in rotation.rewrap(kind):
            self.stdout.write(f"{name}: {counts[0]} of {total}")
        if rotation.seals_seeds(kind):
            self.stdout.write(f"{name}: {seal_anew()} second factors are sealed anew.")
        self._say(name, kind)
        if counts[1]:
            raise CommandError(
                f"{name}: {counts[1]} data keys do not open with this ring and stay as they are."
            )
