"""The key with which Django signs cookies and forms: a key of the house, in no file."""


def signing_key() -> str:
    """Read when first needed: at that time the tables and the key file are there."""
    from vado.record.house_keys import house_key

    return house_key("signing").hex()
