"""What happens when the program itself is at fault: log, report, dialog; and painting goes on."""
