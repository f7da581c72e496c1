# Sourced: finds a Java 25 (CEREBRO_JAVA_HOME, JAVA_HOME, the PATH, the usual folders), sets `java`, `classpath` and `memory`.

is_java25() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] && grep -Eq '^JAVA_VERSION="25([.+"-]|$)' "$1/release"
}

find_java25() {
  if [ -n "${CEREBRO_JAVA_HOME-}" ]; then
    is_java25 "$CEREBRO_JAVA_HOME" && java=$CEREBRO_JAVA_HOME/bin/java && return 0
    echo "CEREBRO_JAVA_HOME=$CEREBRO_JAVA_HOME is not a Java 25. Maybe it is another version." >&2
    return 1
  fi
  found=$(command -v java 2>/dev/null || true)
  real=$(readlink -f "$found" 2>/dev/null || true)
  for home in "${JAVA_HOME-}" "${real%/bin/java}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-/nonexistent}"/.sdkman/candidates/java/* \
    "${HOME-/nonexistent}"/.jdks/*; do
    if [ -n "$home" ] && is_java25 "$home"; then
      java=$home/bin/java
      return 0
    fi
  done
  echo "Cerebro needs a Java 25 and found none. Maybe install one (adoptium.net) and set CEREBRO_JAVA_HOME." >&2
  return 1
}

# In the order of names, which the ahead-of-time cache is made for.
classpath=
for jar in "$root"/lib/*.jar; do
  classpath=${classpath:+$classpath:}$jar
done

# A collector with one thread starts fastest and leaves the cores to the loop; the heap holds the keys kept in memory.
memory="-XX:+UseSerialGC -Xms64m -Xmx1g"
cache=$root/lib/cerebro.aot
