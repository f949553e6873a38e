"""What members write on a sheet, and what coordinators write to make one."""
