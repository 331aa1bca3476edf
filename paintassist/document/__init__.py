"""The open project: frames, decisions, references, undo. Knows no Qt.

The document lives in one thread, the `Proposer` in the worker; frozen requests and results
cross between them, and the `Session` keeps the two in step::

    document = Document()                       # or io.project_file.open_project(path)
    document.changed.connect(on_changed)        # Change(kind, frame, ids)
    queue = RequestQueue()
    session = Session(document, queue.put)
    document.add_frames([("A0001", Path("cut/A0001.png")), ("A0002", Path("cut/A0002.png"))])
    session.start()                             # asks for what is not known yet
    session.open_sheets([("design", Path("design.png"), None)])

    # in the worker thread, until queue.close()
    proposer = Proposer(make_engine(document.settings.engine or None), read_image)
    while (request := queue.take()) is not None:
        answer(proposer, queue, request, hand_over)     # hand_over(result): to the other thread

    # in the document's thread
    session.land(result)
    session.current = "A0001"                   # the painter switched to this frame
    red = document.paints.find_or_add((255, 0, 0, 255), "ribbon")
    document.paint(0, [17], red)                # CORRECTED; all frames are re-matched
    with document.gesture("Fill along the stroke"):
        document.paint(0, [18], red)
        document.paint(0, [19], red)
    document.accept(0)                          # all proposed segments of the frame
    document.undo(); document.redo()
    frame = document.frames[0]
    frame.state[17], frame.color[17], frame.confidence[17], frame.source(17)
    save_as(document, Path("cut.paintassist"))  # io.project_file; from now on every edit is kept

Names are imported from the modules that define them.
"""
