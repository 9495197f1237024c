// Who is signed in. Everything the screens know of rights comes from the server with each object; this is only the person.
import { del, get, onSignedOut, post, Refused, useCsrf } from './api/client';
import type { Config, Session } from './api/types';

class Who {
  session: Session | null = $state.raw(null);
  config: Config | null = $state.raw(null);
  expired = $state(false); // the server ended a session we believed in

  /** The settings that everyone may see, and our session if the cookie still holds one. */
  async start(): Promise<void> {
    const [config, session] = await Promise.all([get('/api/config'), this.#current()]);
    this.config = config;
    this.session = session;
  }

  async signIn(login: string, password: string, code: string | null): Promise<void> {
    this.#take(await post('/api/session', { body: { login, password, code } }));
    this.expired = false;
  }

  async refresh(): Promise<void> {
    this.session = await this.#current();
  }

  async signOut(): Promise<void> {
    await del('/api/session');
    this.session = null;
  }

  end(): void {
    this.expired = this.session !== null;
    this.session = null;
  }

  async #current(): Promise<Session | null> {
    try {
      const session = await get('/api/session');
      this.#take(session);
      return session;
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 401) return null;
      throw error;
    }
  }

  #take(session: Session): void {
    useCsrf(session.csrf);
    this.session = session;
  }
}

export const who = new Who();
onSignedOut(() => who.end());
