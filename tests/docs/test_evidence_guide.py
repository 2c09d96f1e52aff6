"""The guide to evidence, done as it is written."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools.pages.blocks import ROOT

GUIDE = (ROOT / "docs/guides/evidence.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"(?ms)^```sh\n(.*?)^```$", GUIDE) for line in block.splitlines()]


def _run(command: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command], env={**os.environ, "PATH": path}, check=False, capture_output=True, text=True
    )


def test_two_parties_sign_and_verify(workspace: Path) -> None:
    """Every command of the guide does what the guide says, in its order; at last both signatures are found."""
    (workspace / "engagements").mkdir()
    shutil.copyfile(ROOT / "engagements/email-support.yaml", workspace / "engagements/acme.yaml")
    done = [_run(command) for command in COMMANDS]
    assert [(one.args[2], one.stdout, one.stderr) for one in done if one.returncode] == []
    assert "bpogov verify" in COMMANDS[-1]
    assert "  signed with client-key.pub, provider-key.pub\n" in done[-1].stdout
    assert done[-1].stderr == ""
    assert done[-1].stdout.endswith("The evidence holds for 1 engagement, with the 2 signatures asked for\n")


def test_openssl_verifies_what_the_guide_says(workspace: Path) -> None:
    """Over the bytes that the guide names, made by the shell alone."""
    (workspace / "engagements").mkdir()
    shutil.copyfile(ROOT / "engagements/email-support.yaml", workspace / "engagements/acme.yaml")
    for command in COMMANDS[:-1]:
        assert _run(command).returncode == 0, command
    script = r"""
        line=$(head -1 acme.intoto.jsonl)
        field() { printf '%s' "$line" | sed -E "s/.*$1.*/\1/" | base64 -d; }
        field '"payload":"([^"]*)"' > payload
        field '.*"sig":"([^"]*)"' > signature
        { printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < payload)"; cat payload; } > signed
        openssl pkeyutl -verify -pubin -inkey provider-key.pub -rawin -in signed -sigfile signature
    """
    assert _run(script).stdout == "Signature Verified Successfully\n"
