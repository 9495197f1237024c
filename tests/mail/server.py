#!/usr/bin/python3
"""A real mail server for the tests (aiosmtpd): prints its port, then one line of JSON for each letter it took. Whom it does not
know and when it is busy is said by the address: nobody@… is refused for good, busy@… is put off, flaky@… is put off once.
--tls CERT KEY: offers STARTTLS and wants it; --login USER PASSWORD: wants to be signed in at. Ends when its input ends."""
import argparse, asyncio, email, email.policy, json, logging, ssl, sys, warnings

warnings.simplefilter("ignore")    # signing in without TLS is what a test asks for
logging.disable()
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

options = argparse.ArgumentParser()
options.add_argument("--tls", nargs=2)
options.add_argument("--login", nargs=2)
given = options.parse_args()
seen = set()


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        name = address.split("@")[0]
        if name == "nobody":
            return f"550 5.1.1 <{address}> User unknown"
        if name == "busy" or (name == "flaky" and address not in seen):
            seen.add(address)
            return f"451 4.3.0 <{address}> Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        told = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "subject": message["Subject"], "sender": message["From"],
                "id": message["Message-ID"], "headers": message.keys(), "text": message.get_content(), "raw": envelope.content.decode("ascii"),
                "secure": session.ssl is not None, "login": bool(session.auth_data)}
        print(json.dumps(told), flush=True)
        return "250 OK"


def sign_in(server, session, envelope, mechanism, data):
    fits = data.login == given.login[0].encode() and data.password == given.login[1].encode()
    return AuthResult(success=fits, handled=fits, auth_data=data)


extra = {}
if given.tls:
    extra["tls_context"] = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    extra["tls_context"].load_cert_chain(*given.tls)
    extra["require_starttls"] = True
if given.login:
    extra.update(authenticator=sign_in, auth_required=True, auth_require_tls=False)
controller = Controller(Handler(), hostname="127.0.0.1", port=0, **extra)


# Controller.start() asks at the port it was told, which 0 is not; so the loop opens the socket itself.
async def main():
    server = await asyncio.get_running_loop().create_server(controller.factory, host="127.0.0.1", port=0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())
