"""What a SARIF file says of the job that made it."""

import pytest

from bpogov.report.parts.sarif_automation import azure_pipeline

JOB = {
    "TF_BUILD": "True",
    "SYSTEM_COLLECTIONURI": "https://dev.azure.com/example/",
    "SYSTEM_TEAMPROJECTID": "11111111-1111-1111-8888-111111111111",
    "BUILD_DEFINITIONID": "7",
    "BUILD_DEFINITIONNAME": "Engagements",
    "SYSTEM_PHASEID": "22222222-2222-1111-8888-222222222222",
    "SYSTEM_PHASENAME": "check",
    "BUILD_SOURCEBRANCH": "refs/heads/main",
    "BUILD_BUILDID": "123",
}


def test_a_job_of_azure_pipelines_is_named_as_the_service_asks() -> None:
    """The id has organisation, project, pipeline, phase, branch and build; four of them are properties too."""
    found = azure_pipeline(JOB)
    assert found is not None
    assert found.id == (
        "azuredevops/pipeline/build/example/11111111-1111-1111-8888-111111111111/7/"
        "22222222-2222-1111-8888-222222222222/refs/heads/main/123"
    )
    assert found.properties == {
        "azuredevops/pipeline/build/buildDefinitionId": "7",
        "azuredevops/pipeline/build/buildDefinitionName": "Engagements",
        "azuredevops/pipeline/build/phaseId": "22222222-2222-1111-8888-222222222222",
        "azuredevops/pipeline/build/phaseName": "check",
    }


@pytest.mark.parametrize(
    ("address", "organisation"),
    [
        ("https://example.visualstudio.com/", "example"),
        ("https://example.vsrm.visualstudio.com", "example"),
        ("https://vsrm.dev.azure.com/example/", "example"),
    ],
)
def test_the_organisation_is_read_from_every_form_of_its_address(address: str, organisation: str) -> None:
    """Old and new addresses of the service name the organisation in different places."""
    found = azure_pipeline({**JOB, "SYSTEM_COLLECTIONURI": address})
    assert found is not None
    assert found.id.split("/")[3] == organisation


def test_ids_of_older_jobs_are_taken_where_the_newer_ones_are_missing() -> None:
    """The id of the job stands for that of the phase, and that of the definition under its other name."""
    spare = {"SYSTEM_DEFINITIONID": "8", "SYSTEM_JOBID": "j", "SYSTEM_JOBNAME": "job"}
    gone = {"BUILD_DEFINITIONID": "", "SYSTEM_PHASEID": "", "SYSTEM_PHASENAME": ""}
    found = azure_pipeline({**JOB, **gone, **spare})
    assert found is not None
    assert found.properties["azuredevops/pipeline/build/phaseName"] == "job"
    assert found.id.endswith("/8/j/refs/heads/main/123")


@pytest.mark.parametrize("name", JOB)
def test_half_of_the_details_are_none(name: str) -> None:
    """Outside such a job, or with one of the details missing, nothing is said."""
    assert azure_pipeline({**JOB, name: ""}) is None
    assert azure_pipeline({key: value for key, value in JOB.items() if key != name}) is None


def test_an_address_of_another_server_names_no_organisation() -> None:
    """A server of one's own has no organisation in its address."""
    assert azure_pipeline({**JOB, "SYSTEM_COLLECTIONURI": "https://tfs.example/tfs/Default/"}) is None
