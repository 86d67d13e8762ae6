"""Where the boxes of a chart stand and how its lines run, in points, before there is a page.

In the order they work: `plan` rows and sizes (`sizes`), `strands` of lines through the rows, `combs` of reports and
`pairs` hung on them, `grid` and `weaving` of all, `placing` by Graphviz, `sifting` of the order by what lines cross
within their `reaches`, `straightening` towards `wishes`, `broadening` of boxes, `ports` and `turns` where lines leave
their boxes above and below, `flanks` where at the sides, `routing` in the channels between rows, `stacking` of rows,
`tracing` of paths, `scaling`.
`arranging` does all of it for one attempt; `attempts` says which there are, `scoring` which is best.
"""
