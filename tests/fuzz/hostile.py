"""Texts that a stranger could write to do harm, and strategies made of them. Nothing here stands raw in the file."""

from collections.abc import Mapping

from hypothesis import strategies as st

COMMANDS: Mapping[str, str] = {
    "clipboard": "\x1b]52;c;Y3VybCBldmls\x07",
    "clipboard ended by ST": "\x1b]52;c;Y3VybCBldmls\x1b\\",
    "clipboard in C1": "\x9d52;c;Y3VybCBldmls\x9c",
    "clipboard never ended": "\x1b]52;c;Y3VybCBldmls",
    "clipboard over a line break": "\x1b]52;c;Y3Vy\nbCBldmls\x07",
    "window title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;file:///etc/passwd\x1b\\here\x1b]8;;\x1b\\",
    "notification": "\x1b]777;notify;owned;owned\x07",
    "clear": "\x1b[2J\x1b[H",
    "clear in C1": "\x9b2J\x9bH",
    "colour": "\x1b[8;31;41mhidden\x1b[0m",
    "reset": "\x1bc",
    "other screen": "\x1b[?1049h",
    "answer back": "\x1b[6n\x1b[c\x1b[>0q\x05",
    "character set": "\x1b(0lqqk\x0e\x0f",
    "printer": "\x1b[5i",
    "string of a device": "\x1bP+q544e\x1b\\\x1b_Ga=d\x1b\\\x1b^owned\x1b\\\x1bXowned\x1b\\",
    "string of tmux": "\x1bPtmux;\x1b\x1b]52;c;Y3VybCBldmls\x07\x1b\\",
    "one within another": "\x1b[\x1b[31m31m \x1b]\x1b]0;x\x0752;c;Y3Vy\x07 \x1b\x1b[0m[2J",
    "split by what is dropped": "\x1b\x00]52;c;Y3Vy\x07 \x1b\u202e[2J \x1b\ud800c",
    "back over what was written": "harmless\rowned   \x08\x08\x08\x7f",
    "lines": "one\x0btwo\x0cthree\x85four\u2028five\u2029six\x1cseven",
    "every C0": "".join(map(chr, range(32))),
    "every C1": "".join(map(chr, range(0x7F, 0xA0))),
}
"""What a terminal would obey."""

DECEPTIONS: Mapping[str, str] = {
    "override": "invoice\u202efdp.exe\u202c",
    "isolates": "\u2066\u2067\u2068a\u2069\u2069\u2069 \u202a\u202bb",
    "marks": "\u200e\u200f\u061cc",
    "halves of pairs": "\ud800 \udfff \ude00\ud83d \udc9b",
    "tags": "a\U000e0041\U000e0042\U000e007f",
    "annotation and noncharacters": "\ufff9a\ufffab\ufffb\ufffe\uffff\U0001ffff",
    "nothing to see": "\u200b\u2060\ufeff\u00ad\u180e\u3164",
    "marks upon marks": "Z" + "\u0300\u0336\u0489" * 200,
    "joined": "\u200d".join("\U0001f468\U0001f469\U0001f467\U0001f3fd") * 20,
    "wide": "\u6f22\uff37\U0001f600\ufdfd\u1160\u115f" * 30,
    "honest Arabic and Hebrew": "\u0627\u0644\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd 2019",
    "honest accents": "Jose\u0301 Garc\u00eda, \u0141\u00f3d\u017a, \u0130zmir",
}
"""What an eye, or a measure of columns, would be deceived by."""

MARKUP: Mapping[str, str] = {
    "Rich": "[bold red]x[/] [/bold] [link=file:///etc/passwd]y[/link] [on blink] :bomb: [[ ]] [/",
    "Textual": "[@click=app.quit]x[/] [@click='app.bell()']y[/] [$error on $error 50%]z[/] [b",
    "escaped": "\\[bold] \\\\[bold]x[/] \\",
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)><!-- --><![CDATA[x]]></p></TEXT>",
    "XML": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>]]>',
    "Markdown": "# x\n- y\n```\n[z](javascript:alert(1)) ![z](http://evil.example/a.png) <javascript:alert(1)>\n***",
    "Markdown table": "| a | b |\n|---|---|\n~~x~~ $$y$$ [^1]: <https://evil.example> www.evil.example",
    "front matter": "---\ntitle: !!python/object/apply:os.system [id]\n---\n",
    "formula": '=HYPERLINK("http://evil.example","x")',
    "formulas": "@SUM(1) \n+1+1\n-2-2\t=cmd|' /C calc'!A0\r=1\uff1d1",
    "formula behind nothing": "\u200b\t =1+1",
    "quotes": '"a","b"\n\'c;d\t"""',
    "references": "&#27;]52;c;Y3VybCBldmls&#7; &#x1b;[2J &#155;2J &#x9b;H &#8238;x &#xd800; &#0; &NewLine; &Tab;",
    "references of references": "&amp;#27;]0;owned&amp;#7; &amp;amp;#x1b;c &amp;lt;script&amp;gt;",
    "other escapes": r"\u001b[2J \x1b[2J \033[2J %1b%5b2J =1B[2J \ud800 ^[[2J",
    "format": "%s%s%n %(a)s {} {0} {0.__class__.__mro__} {a!r:>9999999} $HOME ${HOME} `touch owned` $(touch owned)",
    "query": '"\' OR 1=1 -- ; DROP TABLE articles; actor: ( | - " or',
    "path": "../../../../etc/passwd ~root /dev/zero C:\\con file:///etc/passwd http://127.0.0.1/ \\\\host\\share",
    "options": "--force --help -o owned",
}
"""What another program, or a part of ours, would take for its own language."""

SIZES: Mapping[str, str] = {
    "quotation marks": '"' * 1_500,
    "brackets": "(" * 700 + "[" * 700 + "{" * 700,
    "hyphens": "a-b-" * 600,
    "apostrophes": "'" * 900 + "\u2019s" * 300,
    "one word": "a" * 20_000,
    "figures": "9" * 5_000,
    "emoji": "\U0001f600" * 1_500,
    "stops": "." * 2_000 + "\u2026" * 400,
    "ampersands": "&" * 2_000 + "&#" * 1_000,
    "blank": " " * 3_000 + "\n" * 3_000 + "\t" * 300,
    "addresses": "http://a.example/" * 200,
    "weekdays": "Saturday " * 200,
    "slashes": "1/2/" * 400,
}
"""What takes long where work grows faster than the text."""

DATES: Mapping[str, str] = {
    "beyond the calendar": "in 99999999999999999999 years, 10000-01-01, 0000-00-00, 31 February 2019, -5 BC",
    "its edges": "0001-01-01 9999-12-31 on 31 December 9999, a century earlier; in the year 1, a day before",
    "signs": "2019-W99 2019-02-30T25:61 [2019,..] 2019/.. ~? % XXXX-XX-XX ../..",
    "other figures": "\u0661\u0662 \u00b2\u2070\u00b9\u2079 \uff12\uff10\uff11\uff19-01-01 \u217b \u00bd",
    "nested": "the day before " * 60 + "Monday",
    "counted": "two days later " * 60,
}
"""What a calendar has no place for."""

PAYLOADS: Mapping[str, str] = {**COMMANDS, **DECEPTIONS, **MARKUP, **SIZES, **DATES}
"""The seeded corpus."""

NEWS = "The ferry sank off Corran on Saturday, harbour master Tom Okoye said. “Nobody was hurt,” he added last week. "

_joints = st.sampled_from(("", " ", "\n", "\n\n", ", ", ". ", "\t", "\x1b", "\u202e", "&#", "<", "["))
_pieces = st.sampled_from(sorted(PAYLOADS.values())) | st.text(max_size=20) | st.sampled_from(NEWS.split())
_characters = st.characters(codec=None) | st.sampled_from("".join(COMMANDS.values()))

texts: st.SearchStrategy[str] = (
    st.sampled_from(sorted(PAYLOADS.values()))
    | st.text(_characters, max_size=40)
    | st.builds(str.join, _joints, st.lists(_pieces, min_size=1, max_size=6))
)
"""Hostile, senseless, and both with news between."""

short_texts: st.SearchStrategy[str] = texts.map(lambda text: text[:200])
