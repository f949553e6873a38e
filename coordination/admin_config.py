from django.contrib.admin.apps import AdminConfig


class StaffAdminConfig(AdminConfig):
    """Puts our staff site in the place of the default one."""

    default_site = "coordination.site.StaffSite"
