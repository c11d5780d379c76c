#!/bin/sh
# Signs every body with openssl, so that igdoctor's own signatures are held to another program's.
# The secrets are made up. Run it in this folder; it writes signatures.txt: body, whose secret, hex.
set -eu
sign() { openssl dgst -sha256 -hmac "$3" "$1" | sed "s/^.*= /$1 $2 /"; }
{
  printf '# %s\n' "made by make.sh with openssl"
  for body in message.json standby.json comment.json empty.json; do
    sign "$body" app 00112233445566778899aabbccddeeff
    sign "$body" instagram-app ffeeddccbbaa99887766554433221100
  done
} > signatures.txt
