"""The grammar of a parsed sentence, the same whether its parse has the labels of UD or of CLEAR."""
