"""From the text of an article to tokens: layout, quotation marks, truecasing, the model."""
