"""What a browser may do on these pages, said once. The shell prints the policy; docs/server/ sends it with the rest."""

from __future__ import annotations

from vorbild.engines import LUNR, PAGEFIND

# Everything is forbidden but what the site brings along itself; nothing inline, nothing from elsewhere.
_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{wasm}",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",  # Lighthouse asks for robots.txt from within the page
    "base-uri 'none'",
    "form-action 'none'",  # what is asked in a form stays in the browser (decision 0034)
)


def policy(engine: str = LUNR) -> str:
    """Return the Content Security Policy that a page has in <meta>. Pagefind is WebAssembly, which needs leave."""
    return "; ".join(_DIRECTIVES).format(wasm=" 'wasm-unsafe-eval'" if engine == PAGEFIND else "")


POLICY = policy()
# What a server sends with every answer. Who may frame the page, only a header can say.
SERVER = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Files with a hash in their name never change; all others are asked for again (and answered with 304 if unchanged).
KEPT = "public, max-age=31536000, immutable"
ASKED = "no-cache"
