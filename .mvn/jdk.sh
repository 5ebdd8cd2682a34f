# Sourced by mote, check and mvnw: points JAVA_HOME at a JDK of version 25 or newer, or says what to install.
MOTE_JDK_VERSION=25

# The feature version of the JDK in folder $1, or 0 if there is no compiler in it.
jdk_version() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
    javac_on_path=$(command -v javac 2>/dev/null || true)
    if [ -n "$javac_on_path" ]; then
        javac_on_path=$(readlink -f "$javac_on_path" 2>/dev/null || echo "$javac_on_path")
    fi
    mac_home=
    if [ -x /usr/libexec/java_home ]; then
        mac_home=$(/usr/libexec/java_home -v "$MOTE_JDK_VERSION+" 2>/dev/null || true)
    fi
    # A glob that matches nothing stays as it is and is no JDK; mvnw switches globbing off, so switch it on here.
    case $- in *f*) restore_globbing='set -f' ;; *) restore_globbing=: ;; esac
    set +f
    for home in "${JAVA_HOME-}" "${javac_on_path%/bin/javac}" /usr/lib/jvm/* "${HOME-}"/.sdkman/candidates/java/* "$mac_home"; do
        version=$(jdk_version "$home")
        if [ "${version:-0}" -ge "$MOTE_JDK_VERSION" ]; then
            JAVA_HOME=$home
            export JAVA_HOME
            $restore_globbing
            return 0
        fi
    done
    $restore_globbing
    echo "mote: no JDK $MOTE_JDK_VERSION found in JAVA_HOME, PATH, /usr/lib/jvm or SDKMAN; install one (Debian: temurin-25-jdk or openjdk-25-jdk) or set JAVA_HOME" >&2
    return 3
}

find_jdk || exit 3
