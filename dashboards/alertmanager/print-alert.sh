#!/bin/sh
# The receiver of docker-compose.yml: a CGI script of busybox httpd. Prints each notification to the container's log.
head -c "${CONTENT_LENGTH:-0}" >&2
echo >&2
printf 'Status: 204 No Content\r\n\r\n'
