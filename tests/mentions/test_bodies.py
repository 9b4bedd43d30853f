"""The component: names of bodies as spans of any Doc."""


def test_a_name_is_a_span_with_its_type_and_key(nlp):
    doc = nlp("Gwent Police was inspected by HMICFRS.")

    assert [(s.text, s.label_, s.kb_id_) for s in doc.spans["bodies"]] == [
        ("Gwent Police", "police_force", "gwent"),
        ("HMICFRS", "inspectorate", "hmicfrs"),
    ]
