"""The take-home: one HTML file that reads like the program, without network or installation."""
