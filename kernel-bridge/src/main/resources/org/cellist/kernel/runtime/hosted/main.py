def main():
    order = json.loads(sys.stdin.buffer.raw.readline().decode())
    sys.stdout.write("CELLIST\n")
    orders = (look, running, watch, start, restart, end, install)
    {it.__name__: it for it in orders}[order["do"]](order)


main()
