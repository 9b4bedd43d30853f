"""How a batch's documents are shared out: worker processes here, or a Dask cluster.

An engine turns tasks into results, in any order; a document that breaks its worker, or
takes too long, is a result as well.
"""
