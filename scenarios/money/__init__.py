"""What a structure costs: dated rates, pay, on-costs, exits, protection, part years and the ledger.

Every room of money is plain functions over small frozen values. Pence are whole numbers; a
quotient stays an exact fraction until it is rounded once. What is not known is None or a refusal
that says what is missing, never nought.
"""
