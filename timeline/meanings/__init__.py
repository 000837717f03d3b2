"""What time expressions mean, before anyone asks when: small symbolic values that know no publication date."""
