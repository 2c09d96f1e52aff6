"""The version of bpogov, in the one place where people and the build read it."""

VERSION = "0.1.0"
