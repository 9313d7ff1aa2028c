# Finds a Python of 3.11 or newer and runs the named program with it; refuses older ones.
# Read by bin/demo and bin/test, which set $here.

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            printf '%s\n' "$name"
            return 0
        fi
    done
    return 1
}

run_with_python() {
    if ! python=$(find_python); then
        echo "Rinnalla needs Python 3.11 or newer, and none was found on this machine." >&2
        exit 1
    fi
    exec "$python" "$@"
}
