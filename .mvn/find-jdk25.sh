# Sourced by ./mvnw and ./cerebro: sets and exports JAVA_HOME to a JDK 25, wherever it lies.
# Order: CEREBRO_JAVA_HOME, JAVA_HOME, `java` on the PATH, then the usual folders of Linux, macOS, SDKMAN and asdf.

# True if $1 is the home of a JDK (not only a runtime) of version 25. Reads the `release` file: no JVM is started.
is_jdk25() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] \
    && grep -Eq '^JAVA_VERSION="25([.+"-]|$)' "$1/release"
}

find_jdk25() {
  if [ -n "${CEREBRO_JAVA_HOME-}" ]; then
    if is_jdk25 "$CEREBRO_JAVA_HOME"; then
      JAVA_HOME=$CEREBRO_JAVA_HOME
      export JAVA_HOME
      return 0
    fi
    echo "CEREBRO_JAVA_HOME=$CEREBRO_JAVA_HOME is not a JDK 25. Maybe it points to a JRE, or to another version." >&2
    return 1
  fi
  if [ -n "${JAVA_HOME-}" ] && is_jdk25 "$JAVA_HOME"; then
    export JAVA_HOME
    return 0
  fi
  jdk25_java=$(command -v java 2>/dev/null || true)
  jdk25_real=$(readlink -f "$jdk25_java" 2>/dev/null || true)
  # Globs must expand here even where the caller has set -f.
  case $- in *f*) jdk25_noglob=1 ;; *) jdk25_noglob=0 ;; esac
  set +f
  for jdk25_home in \
    "${jdk25_real%/bin/java}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-/nonexistent}"/.sdkman/candidates/java/* \
    "${HOME-/nonexistent}"/.jdks/* \
    "${HOME-/nonexistent}"/.asdf/installs/java/*; do
    if [ -n "$jdk25_home" ] && is_jdk25 "$jdk25_home"; then
      JAVA_HOME=$jdk25_home
      export JAVA_HOME
      [ "$jdk25_noglob" = 0 ] || set -f
      return 0
    fi
  done
  [ "$jdk25_noglob" = 0 ] || set -f
  cat >&2 <<'END'
Cerebro needs a JDK 25 and found none. Get one:
  Debian, Ubuntu   apt-get install temurin-25-jdk   (with Adoptium's repository), or openjdk-25-jdk
  macOS            brew install --cask temurin@25
  any system       Eclipse Temurin 25 from adoptium.net, unpacked anywhere; then
                   export CEREBRO_JAVA_HOME=/path/to/jdk-25
No JDK 25 here? Maybe only a JRE is installed: a JDK has bin/javac.
END
  return 1
}
