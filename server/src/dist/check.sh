#!/bin/sh
# Unpacks the archives outside the checkout, in a folder with a space in its name, and does a day's work with each.
# Usage: check.sh FOLDER-WITH-ARCHIVES
set -eu
archives=$(CDPATH='' cd -P "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset CEREBRO_HOME
say() { echo "dist: $*" >&2; }
fail() { say "$*"; exit 1; }

for archive in "$archives"/cerebro-*.tar.gz "$archives"/cerebro-*.zip; do
  [ -f "$archive" ] || fail "no archives in $archives. Maybe './cerebro dist' makes them."
  place="$work/un sitio $(basename "$archive")"
  mkdir "$place"
  cd "$place"
  case $archive in
    *.tar.gz) tar -xzf "$archive" ;;
    *) unzip -q "$archive" ;;
  esac
  cd cerebro-*
  [ -s THIRD-PARTY.txt ] && [ -s LICENSE ] && [ -s conf/cerebro-reference.properties ] || fail "notices or reference missing"
  bin/cerebro --version >/dev/null || fail "does not start"
  bin/cerebro demo --guides 100 --import-only --dir "$place/demo" >/dev/null || fail "demo"
  bin/cerebro keys create --label x --role viewer --data-dir "$place/demo/data" >/dev/null 2>&1 || fail "keys"
  bin/cerebro backup "$place/copy" --data-dir "$place/demo/data" >/dev/null || fail "backup"
  bin/cerebro restore "$place/copy" --data-dir "$place/again" >/dev/null 2>&1 || fail "restore"
  bin/cerebro doctor --data-dir "$place/again" >/dev/null || fail "doctor"
  ln -s "$PWD/bin/cerebro" "$work/link"
  "$work/link" --version >/dev/null || fail "does not start through a link"
  rm "$work/link"
  case $archive in
    *.tar.gz)
      bin/cerebro-warm >/dev/null && [ -s lib/cerebro.aot ] || fail "no ahead-of-time cache"
      [ "$(bin/cerebro --version 2>&1)" = "$(rm lib/cerebro.aot; bin/cerebro --version 2>&1)" ] || fail "the cache is told of"
      ;;
  esac
  say "$(basename "$archive"): runs"
done
