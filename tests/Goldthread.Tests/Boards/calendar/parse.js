// Reads a calendar on standard input and prints each of its events as one line of JSON.
import ICAL from "ical.js";
import { readFileSync } from "node:fs";

const text = readFileSync(0, "utf8");
const calendar = new ICAL.Component(ICAL.parse(text));
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component, { strictExceptions: true });
  console.log(JSON.stringify({
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    location: event.location,
    starts: event.startDate.toJSDate().toISOString(),
    allDay: event.startDate.isDate,
    sequence: event.sequence,
    status: component.getFirstPropertyValue("status"),
    url: component.getFirstPropertyValue("url"),
  }));
}
