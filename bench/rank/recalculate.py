#!/usr/bin/python3
"""LibreOffice recalculates a workbook: recalculate.py FILE RUNS. Prints seconds of each calculateAll() and of the loading, then the
columns unit, total and place of every row, as JSON. Needs python3-uno."""
import json, os, pathlib, subprocess, sys, tempfile, time

import uno
from com.sun.star.beans import PropertyValue


def connect(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:    # not listening yet: there is nothing to wait on but the next try
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not come up")


def columns_of(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last_row, last = cursor.RangeAddress.EndRow, cursor.RangeAddress.EndColumn
    take = lambda at: [row[0] for row in sheet.getCellRangeByPosition(at, 1, at, last_row).DataArray]
    return {"unit": take(0), "total": take(last - 2), "place": take(last)}


def main():
    path, runs = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"bench{os.getpid()}"
        office = subprocess.Popen(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe};urp"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            context = connect(pipe)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            hidden = PropertyValue(Name="Hidden", Value=True)
            began = time.perf_counter()
            book = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (hidden,))
            loaded = time.perf_counter() - began
            seconds = []
            for _ in range(runs):
                began = time.perf_counter()
                book.calculateAll()
                seconds.append(time.perf_counter() - began)
            print(json.dumps({"load": loaded, "seconds": seconds, **columns_of(book.Sheets.getByIndex(0))}))
            try:
                desktop.terminate()
            except Exception:    # the answer dies with the program that gives it
                pass
        finally:
            office.terminate()
            office.wait()


main()
