# bpogov in an image: `docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/work" bpogov check`.
# Debian slim and not Alpine: the CEL runtime has no wheel for musl.
FROM python:3.13-slim AS build
WORKDIR /source
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY src src
COPY policies policies
RUN pip install --no-cache-dir build && python -m build --wheel --outdir /wheels

FROM python:3.13-slim
# git is needed for --trust and --removed-since
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 bpogov \
    && git config --system --add safe.directory '*'
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir "$(echo /wheels/*.whl)[sign]" && rm -rf /wheels
USER bpogov
WORKDIR /work
ENTRYPOINT ["bpogov"]
CMD ["check"]
