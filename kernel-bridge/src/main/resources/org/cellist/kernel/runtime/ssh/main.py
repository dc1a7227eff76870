def main():
    order = json.loads(sys.stdin.buffer.raw.readline().decode())
    sys.stdout.write("CELLIST\n")
    orders = {"look": look, "running": running, "start": start, "end": end, "install": install}
    orders[order["do"]](order)


main()
