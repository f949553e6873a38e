// Read iCalendar texts with ical.js. Evaluated in a page: ({program, texts, most}) => one list for each text.
async ({program, texts, most}) => {
  const from = URL.createObjectURL(new Blob([program], {type: "text/javascript"}));
  const ICAL = (await import(from)).default;

  const utc = (when) => when && when.convertToZone(ICAL.Timezone.utcTimezone).toICALString();
  const address = (event, name) => {
    const value = event.getFirstPropertyValue(name);
    return value && value.replace(/^mailto:/, "");
  };
  const occurrences = (event, start) => {
    if (!event.hasProperty("rrule")) return null;
    const each = new ICAL.RecurExpansion({component: event, dtstart: start});
    const found = [];
    for (let when; found.length < most && (when = each.next());) found.push(utc(when));
    return found;
  };
  // It is slow at zones, and most are alike: each block is read once, and known to the texts that bring it along.
  const known = new Map();
  const zone = (block) => {
    const whole = `BEGIN:VCALENDAR\r\n${block}END:VCALENDAR\r\n`;
    const component = new ICAL.Component(ICAL.parse(whole)).getFirstSubcomponent("vtimezone");
    known.set(block, new ICAL.Timezone(component));
    return known.get(block);
  };
  const read = (text) => {
    const blocks = text.match(/^BEGIN:VTIMEZONE\r\n[^]*?^END:VTIMEZONE\r\n/gm) || [];
    ICAL.TimezoneService.reset();
    for (const block of blocks) {
      ICAL.TimezoneService.register(known.get(block) || zone(block));
      text = text.replace(block, "");
    }
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents("vevent").map((event) => {
      const value = (name) => event.getFirstPropertyValue(name);
      return {
        method: calendar.getFirstPropertyValue("method"),
        uid: value("uid"),
        sequence: value("sequence"),
        dtstamp: utc(value("dtstamp")),
        start: utc(value("dtstart")),
        end: utc(value("dtend")),
        recurrence_id: utc(value("recurrence-id")),
        occurrences: occurrences(event, value("dtstart")),
        status: value("status"),
        organizer: address(event, "organizer"),
        attendee: address(event, "attendee"),
        summary: value("summary"),
        location: value("location"),
      };
    });
  };
  return texts.map(read);
}
