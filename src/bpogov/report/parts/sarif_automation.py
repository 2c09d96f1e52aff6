"""What a SARIF file says of the job that made it, so that a service tells repeated runs from different ones."""

import re
from collections.abc import Mapping

from msgspec import Struct, field

_PREFIX = "azuredevops/pipeline/build/"
_ORGANISATION = re.compile(
    r"https://(?:(?:vsrm\.)?dev\.azure\.com/([^/]+)|([^/.]+)(?:\.vsrm)?\.visualstudio\.com)(?:/|$)", re.IGNORECASE
)


class Automation(Struct, frozen=True):
    """The `automationDetails` of a run: an id in steps divided by slashes, and further properties."""

    id: str
    properties: Mapping[str, str] = field(default_factory=dict)


def azure_pipeline(environment: Mapping[str, str]) -> Automation | None:
    """Give the details that Azure DevOps asks for, from the environment of a job of Azure Pipelines.

    None outside such a job, or where the job lacks one of them: half of them are worth nothing to the service (rules
    GHAzDO1019 and GHAzDO1020 of the SARIF validator).
    """
    if environment.get("TF_BUILD", "").lower() != "true":
        return None
    organisation = _ORGANISATION.match(environment.get("SYSTEM_COLLECTIONURI", ""))
    project = environment.get("SYSTEM_TEAMPROJECTID")
    definition = environment.get("BUILD_DEFINITIONID") or environment.get("SYSTEM_DEFINITIONID")
    name = environment.get("BUILD_DEFINITIONNAME")
    phase = environment.get("SYSTEM_PHASEID") or environment.get("SYSTEM_JOBID")
    phase_name = environment.get("SYSTEM_PHASENAME") or environment.get("SYSTEM_JOBNAME")
    branch, build = environment.get("BUILD_SOURCEBRANCH"), environment.get("BUILD_BUILDID")
    if not (organisation and project and definition and name and phase and phase_name and branch and build):
        return None
    steps = (organisation.group(1) or organisation.group(2), project, definition, phase, branch, build)
    properties = {
        "buildDefinitionId": definition,
        "buildDefinitionName": name,
        "phaseId": phase,
        "phaseName": phase_name,
    }
    return Automation(_PREFIX + "/".join(steps), {_PREFIX + key: value for key, value in properties.items()})
