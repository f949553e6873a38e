#!/bin/sh
# Fetch the files under static/vendor/, trials/journeys/vendor/ and meetings/tests/vendor/ again, at these versions. Run from anywhere; needs npm.
set -eu

PICO=2.1.1
LITERATA=5.3.0
AXE=4.14.1
ICAL=2.2.1
HTMX=2.0.10   # the licence only: the script itself comes with django-htmx

vendor=$(cd "$(dirname "$0")/../static/vendor" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Unpack one package into a folder of its own.
fetch() {
    npm pack --silent "$1" >name
    mkdir "$2"
    tar -xzf "$(cat name)" -C "$2" --strip-components=1
}

fetch "@picocss/pico@$PICO" pico
fetch "@fontsource/literata@$LITERATA" literata
fetch "htmx.org@$HTMX" htmx
fetch "axe-core@$AXE" axe
fetch "ical.js@$ICAL" ical

cp pico/css/pico.min.css "$vendor/pico.min.css"
cp pico/LICENSE.md "$vendor/pico.LICENSE.txt"
for part in latin latin-ext; do
    cp "literata/files/literata-$part-400-normal.woff2" "$vendor/"
done
cp literata/LICENSE "$vendor/literata.LICENSE.txt"
cp htmx/LICENSE "$vendor/htmx.LICENSE.txt"
cp axe/axe.min.js "$vendor/../../trials/journeys/vendor/axe.min.js"
cp axe/LICENSE "$vendor/../../trials/journeys/vendor/axe.LICENSE.txt"
cp ical/dist/ical.min.js "$vendor/../../meetings/tests/vendor/ical.min.js"
cp ical/LICENSE "$vendor/../../meetings/tests/vendor/ical.LICENSE.txt"
