"""The scenarios, in the order of the table. A new one is a module with a SCENARIO, named here."""

from trials.chaos.scenarios import broker, kill, lies, many, smtp, year

ALL = {module.SCENARIO.name: module.SCENARIO for module in (kill, broker, smtp, lies, many, year)}
