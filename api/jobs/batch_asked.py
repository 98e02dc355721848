"""A stored batch read back: its recipe held against the version of its case, as it was when it was submitted.

Change this when a batch is asked for by something more than a recipe and a version.
"""

import json
from hashlib import sha256

from api.store.batches import NewBatch, StoredBatch
from scenarios.batches.plan import Plan, planned
from scenarios.batches.recipe import Recipe, recipe_of
from scenarios.reading.json_document import from_scenario_json
from scenarios.runs.build import build
from scenarios.schema.case import Case

LABEL = "recipe"
"""What a recipe that came with a request is called where it has a fault."""


def case_of(document: bytes) -> Case:
    """Return the case of a version, from the scenario as it is kept (canonical JSON in UTF-8)."""
    return from_scenario_json(document.decode())


def new_batch(recipe: Recipe, case: Case, input_digest: str, *, workspace: str, actor: str) -> NewBatch:
    """Return a batch to be stored.

    Args: the recipe; the version it is about and its digest; whose it is and who asks.

    Raises:
        ScenarioFaults: the recipe has faults; carries all of them.
    """
    plan = planned(recipe, case, LABEL)
    # Values stay in the order they were sent in, which is the order rows tell them in.
    text = json.dumps(recipe.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)
    return NewBatch(
        workspace=workspace,
        actor=actor,
        case=case.scenario.header.name,
        input_digest=input_digest,
        title=plan.title,
        recipe=text,
        build=build(),
        digest=sha256(json.dumps([text, input_digest, build()]).encode()).hexdigest(),
        futures=plan.count,
    )


def plan_of(batch: StoredBatch, document: bytes) -> Plan:
    """Return the plan of a stored batch, from the version of its case.

    Raises:
        ScenarioFaults: this build finds faults where the one that stored it found none.
    """
    return planned(recipe_of(json.loads(batch.recipe), LABEL), case_of(document), LABEL)
