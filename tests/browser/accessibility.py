"""What assistive technology meets on a page: axe's findings, and the names of controls."""

from typing import Any

from playwright.sync_api import Locator, Page

from .conftest import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
COLOURS = ("color-contrast", "link-in-text-block")
"""Those of axe's rules whose findings differ between light and dark."""

OPTIONS: dict[str, Any] = {
    "resultTypes": ["violations"],
    # Of WCAG 2.2 AA, and off unless asked for.
    "rules": {"target-size": {"enabled": True}},
    # It would fetch the style sheets once more, which no rule needs and a file may not.
    "preload": False,
}


def violations(
    page: Page,
    within: str = "html",
    rules: tuple[str, ...] = (),
    without: str = "",
    rules_left_out: tuple[str, ...] = (),
) -> list[str]:
    """Let axe look at a page.

    Args:
        page: The page, in the state that is of interest.
        within: Selector of the part to look at; the whole page if left out.
        rules: The rules to look by; all of them if left out.
        without: Selector of a part that is left out.
        rules_left_out: Those of all the rules that are not looked by.

    Returns:
        What axe found: for each element the rule, the element and what to do.
    """
    assert AXE.is_file(), f"There is no {AXE}. Install it first: npm ci"
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    run = "([within, options]) => axe.run(within, options)"
    asked = OPTIONS["rules"] | {rule: {"enabled": False} for rule in rules_left_out}
    options = OPTIONS | {"rules": asked} | ({"runOnly": list(rules)} if rules else {})
    parts = {"include": [within], "exclude": [without] if without else []}
    found: dict[str, Any] = page.evaluate(run, [parts, options])
    return [
        f"{rule['id']}: {' '.join(node['target'][0:1])}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def names(root: Locator, role: str) -> list[str]:
    """Return the accessible names of all controls of a role, as the browser computes them."""
    page = root.page
    session = page.context.new_cdp_session(page)
    root.evaluate("root => { window.lessonkitRoot = root; }")
    handle = session.send("Runtime.evaluate", {"expression": "lessonkitRoot"})
    query = {"objectId": handle["result"]["objectId"], "role": role}
    nodes = session.send("Accessibility.queryAXTree", query)["nodes"]
    session.detach()
    return [node["name"]["value"] for node in nodes if not node.get("ignored")]
