"""Certificates and the record of hours. The link that proves a certificate is open to everybody."""

from django.urls import path

from recognition.views import certificates, hours, overview, proof, record

CERTIFICATE = "recognition/certificates/<uuid:certificate>/"
HOURS = "recognition/hours/"
ENTRY = f"{HOURS}<uuid:time>/"
urlpatterns = [
    path("recognition/", overview.recognition, name="recognition"),
    path("recognition/certificates/new/", certificates.certificate_new, name="certificate_new"),
    path(CERTIFICATE, certificates.certificate_detail, name="certificate_detail"),
    path(f"{CERTIFICATE}withdraw/", certificates.certificate_withdraw, name="certificate_withdraw"),
    path("certificates/<str:token>/", proof.certificate_proof, name="certificate_proof"),
    path(HOURS, record.hours_record, name="hours_record"),
    path(f"{HOURS}take/", record.hours_record_take, name="hours_record_take"),
    path(f"{HOURS}print/", record.hours_record_print, name="hours_record_print"),
    path(f"{HOURS}file/", record.hours_record_file, name="hours_record_file"),
    path(f"{HOURS}new/", hours.hours_record_add, name="hours_record_add"),
    path(ENTRY, hours.hours_record_edit, name="hours_record_edit"),
    path(f"{ENTRY}delete/", hours.hours_record_delete, name="hours_record_delete"),
]
